/* ---
title: Factors
question: Which circumstances of child, family and work does the report tell of?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  factor: the circumstance
  passages: in how many places it is told
advice: Absence here is not absence in the case.
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f:Factor)-[:FACTOR]->(t:FactorType)
RETURN t.label AS factor, COUNT { (f)-[:EVIDENCE]->(:Evidence) } AS passages
ORDER BY passages DESC, factor
