/* ---
title: What was taken at someone's word
question: Where was an account accepted without being checked?
numbers: [20]
group: Child, family, risk
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  what: 'a gap (not sought), or a place that shows reliance on self-report'
  parties: who was in a position to check
  about: what it was about
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  What contradicted the account stands, where the report gives it, in the paragraph or near it. To
  believe a parent is not a lapse in itself.
leads_to: [evidence, item-of-information, adults-in-the-household]
--- */
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(f:Gap)-[:KIND]->(k:GapKind {code: 'not_sought'})
  RETURN f, k.label AS what
  UNION ALL
  MATCH (c)<-[:IN_CASE]-(f:Factor)-[:FACTOR]->(t:FactorType {code: 'self_report_reliance'})
  RETURN f, t.label AS what
}
MATCH (f)-[:EVIDENCE]->(e:Evidence)
WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
RETURN what,
  COLLECT { MATCH (f)-[:HOLDER]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
  f.about AS about,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY e.start, what, f.uri
