/* ---
title: Agencies
question: Which agencies were involved, and how often do meetings, communications and gaps name them?
group: Case
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  agency: the type of agency
  names: the names the report gives
  mentions: how many meetings, communications and gaps name it
advice: A number counts what the report tells, not how much an agency did.
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(a:Agency)-[:AGENCY_TYPE]->(t:AgencyType)
WHERE a.involved
WITH c, t, a.name AS name
ORDER BY name
WITH c, t, collect(name) AS names
RETURN t.label AS agency, names,
  COUNT { MATCH (c)<-[:IN_CASE]-(f)-[:HOLDER|RECEIVER|SENDER|ATTENDED]->(t) RETURN DISTINCT f } AS mentions
ORDER BY mentions DESC, agency
