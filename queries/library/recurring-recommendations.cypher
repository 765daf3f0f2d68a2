/* ---
title: To whom recommendations are addressed, over the years
question: Which types of agency do reports address recommendations to, in how many reports and which years?
numbers: [21]
group: Learning and quality
scope: cross-case
parameters:
  agency_type: {type: agency_type, many: true, help: only these agency types}
columns:
  agency: the type of agency addressed
  recommendations: how many recommendations
  cases: in how many reports
  first_year: the earliest year of publication among them
  last_year: the latest
least_cases: 2
advice: >-
  Counts describe what published reviews recommend. That a type of agency is addressed often says
  what reports look at, not how it works.
leads_to: [recommendations, recommendations-for-gaps]
--- */
MATCH (a:AgencyType)<-[:ADDRESSED_TO]-(r:Recommendation)-[:IN_CASE]->(c:Case)
WHERE EXISTS {
    MATCH (r)-[:EVIDENCE]->(e:Evidence)
    WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  }
{% if agency_type %}
  AND a.code IN $agency_type
{% endif %}
RETURN a.label AS agency,
  count(DISTINCT r) AS recommendations,
  count(DISTINCT c) AS cases,
  min(left(c.published, 4)) AS first_year,
  max(left(c.published, 4)) AS last_year
ORDER BY cases DESC, recommendations DESC, agency
