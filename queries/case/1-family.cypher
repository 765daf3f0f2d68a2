/* ---
title: Family
question: Who is in the family, as the report names them?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  label: the name or letters the report gives
  kinship: relation to the child
advice: Labels are the report's own.
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(m:FamilyMember)-[:KINSHIP]->(k:FamilyRole)
RETURN m.label AS label, k.label AS kinship
ORDER BY kinship, label
