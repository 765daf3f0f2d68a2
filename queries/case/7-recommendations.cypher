/* ---
title: Recommendations
question: What does the report recommend, and to whom?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  label: the label as printed
  addressed_to: the agencies addressed
advice: The words stand in the library's question recommendations.
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(r:Recommendation)
MATCH (r)-[:EVIDENCE]->(e:Evidence)
WITH r, min(e.start) AS place
RETURN r.label AS label,
  COLLECT { MATCH (r)-[:ADDRESSED_TO]->(p:Party) RETURN p.label ORDER BY p.label } AS addressed_to
ORDER BY place, label
