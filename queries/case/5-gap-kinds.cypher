/* ---
title: Gaps by kind
question: How many gaps of each kind does the report state?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  kind: the kind of gap
  gaps: how many
advice: Counts describe the report, not practice.
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
RETURN k.label AS kind, count(*) AS gaps
ORDER BY gaps DESC, kind
