/* ---
title: Practitioners
question: Which practitioners of which agencies appear?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  agency: the type of agency
  labels: the practitioners, as the report names them
advice: Labels are the report's own.
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(p:Professional)-[:AGENCY_TYPE]->(t:AgencyType)
WITH t.label AS agency, p.label AS label
ORDER BY agency, label
RETURN agency, collect(label) AS labels
ORDER BY agency
