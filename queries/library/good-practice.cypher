/* ---
title: Good practice
question: What good practice does the report describe, and which information did flow?
numbers: [23]
group: Learning and quality
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  what: 'a passage on good practice, or a communication shown to have arrived or been taken up'
  parties: who had part in it
  date: when, as exact as the report is
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Reports are written about what went wrong: they tell little of what went well, and that little is
  worth reading.
leads_to: [communications, evidence]
--- */
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (c)<-[:IN_CASE]-(m:Communication)-[:EVIDENCE]->(e:Evidence)
  WHERE (m.received = true OR m.understood = true) AND e.supports IS NULL
    AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN 'Communication' AS what,
    COLLECT { MATCH (m)-->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
    m.date AS date, coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
    e.quote AS quote, e.start AS place, m.uri AS uri
  UNION ALL
  MATCH (c)<-[:IN_CASE]-(:Document)<-[:PART_OF]-(p:Passage)
  WITH p, toLower(p.text) AS said
  WHERE said CONTAINS 'good practice' OR said CONTAINS 'good work' OR said CONTAINS 'effective practice'
  RETURN 'Passage' AS what, [] AS parties, null AS date,
    coalesce(p.number, 'page ' + toString(p.page)) AS paragraph,
    p.text AS quote, p.start AS place, p.uri AS uri
}
RETURN what, parties, date, paragraph, quote
ORDER BY place, what, uri
