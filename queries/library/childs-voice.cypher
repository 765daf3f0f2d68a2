/* ---
title: The child's voice and lived experience
question: Where does the report speak of the child's voice or lived experience, and where was it not heard?
numbers: [16]
group: Child, family, risk
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  not_heard: {type: flag, help: only where it was not heard}
columns:
  what: 'not heard, or a passage that speaks of it'
  parties: who was in a position to listen
  about: 'what it was about, or the section of the passage'
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Passages are found by the words voice of the child, lived experience, wishes and feelings. For a
  baby, being heard is being watched and held in mind.
leads_to: [missed-opportunities, evidence]
--- */
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind {code: 'not_heard'})
  MATCH (g)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN k.label AS what,
    COLLECT { MATCH (g)-[:HOLDER]->(p:Party) RETURN p.label ORDER BY p.label } AS parties,
    g.about AS about, coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
    e.quote AS quote, e.start AS place, g.uri AS uri
{% if not not_heard %}
  UNION ALL
  MATCH (c)<-[:IN_CASE]-(:Document)<-[:PART_OF]-(p:Passage)
  WITH p, toLower(p.text) AS said
  WHERE said CONTAINS 'voice of the child' OR said CONTAINS 'lived experience'
    OR said CONTAINS 'wishes and feelings' OR said CONTAINS 'child\'s voice' OR said CONTAINS 'child’s voice'
  RETURN 'Passage' AS what, [] AS parties, p.section AS about,
    coalesce(p.number, 'page ' + toString(p.page)) AS paragraph,
    p.text AS quote, p.start AS place, p.uri AS uri
{% endif %}
}
RETURN what, parties, about, paragraph, quote
ORDER BY place, what, uri
