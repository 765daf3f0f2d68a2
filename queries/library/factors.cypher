/* ---
title: Factors
question: Which circumstances of the child, the family and the work does the report describe, and where?
numbers: [18]
group: Child, family, risk
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  factor: {type: factor, many: true, help: only these factors}
columns:
  factor: a circumstance of the child, the family or the work
  places: how many places of the report show it
  paragraph: the first paragraph that shows it, or the page
  quote: the words of the report there
  confidence: how sure the reading of that place is, from 0 to 1
evidence: quote
advice: >-
  How often a report speaks of something says how it was written, not how much it weighed.
leads_to: [factors-by-gap-kind, evidence]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f:Factor)-[:FACTOR]->(t:FactorType)
{% if factor %}
WHERE t.code IN $factor
{% endif %}
WITH f, t, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN t.label AS factor,
  COUNT { MATCH (f)-[:EVIDENCE]->(shown:Evidence) RETURN DISTINCT shown } AS places,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote,
  e.confidence AS confidence
ORDER BY places DESC, factor, f.uri
