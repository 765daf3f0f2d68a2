/* ---
title: The gaps with most evidence
question: Which gaps rest on the most, and the surest, evidence?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  kind: the kind of gap
  holder: who held the information or should have acted
  paragraph: the paragraph as printed, or the page
  quote: the words of the report
evidence: quote
advice: All gaps stand in the library's questions information-gaps and missed-opportunities.
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
MATCH (g)-[:EVIDENCE]->(e:Evidence)
WITH g, k, count(e) AS places, max(e.confidence) AS confidence, min(e.start) AS start
ORDER BY places DESC, confidence DESC, start, g.uri
LIMIT 5
WITH g, k, places, confidence, start, COLLECT {
  MATCH (g)-[:EVIDENCE]->(e:Evidence)
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
RETURN k.label AS kind,
  COLLECT { MATCH (g)-[:HOLDER]->(p:Party) RETURN p.label ORDER BY p.label } AS holder,
  coalesce(e.paragraph, 'page ' + toString(e.page)) AS paragraph,
  e.quote AS quote
ORDER BY places DESC, confidence DESC, start, g.uri
