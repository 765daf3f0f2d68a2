/* ---
title: Reports most like this one
question: Which other reports describe the most similar factors, agencies and kinds of gap?
numbers: [24]
group: Learning and quality
scope: case
parameters:
  case: {type: case, required: true, help: the case to compare with}
  limit: {type: int, default: 10, help: how many reports to show}
columns:
  report: the other case
  likeness: 'shared factors, agency types and gap kinds as a share of all that either has (0 to 1)'
  factors: the factors that both describe
  kinds: the kinds of gap that both describe
  agencies: how many agency types both name
  title: the other report's title
evidence: title
advice: >-
  Alike in what the reports describe, by types alone: nothing here links people, and likeness says
  nothing of outcome.
leads_to: [factors, information-gaps]
--- */
MATCH (c:Case {id: $case})
WITH c,
  COLLECT { MATCH (c)<-[:IN_CASE]-()-[:FACTOR|KIND|AGENCY_TYPE]->(t:Concept) RETURN DISTINCT t.uri } AS mine
MATCH (o:Case)
WHERE o.id <> c.id
WITH c, o, mine,
  COLLECT { MATCH (o)<-[:IN_CASE]-()-[:FACTOR|KIND|AGENCY_TYPE]->(t:Concept) RETURN DISTINCT t.uri } AS theirs
WITH o, [t IN mine WHERE t IN theirs] AS both, size(mine) + size(theirs) AS summed
WHERE size(both) > 0
WITH o, both, 1.0 * size(both) / (summed - size(both)) AS likeness
ORDER BY likeness DESC, o.id
LIMIT $limit
RETURN o.id AS report,
  likeness,
  COLLECT { MATCH (t:FactorType) WHERE t.uri IN both RETURN t.label ORDER BY t.label } AS factors,
  COLLECT { MATCH (t:GapKind) WHERE t.uri IN both RETURN t.code ORDER BY t.code } AS kinds,
  COUNT { MATCH (t:AgencyType) WHERE t.uri IN both } AS agencies,
  o.title AS title
ORDER BY likeness DESC, report
