/* ---
title: From knowing to sharing
question: How long did it take from first knowledge of an item to sharing it, by type of agency?
numbers: [4]
group: Information flow
scope: cross-case
parameters:
  agency_type: {type: agency_type, many: true, help: only these types of agency}
  factor: {type: factor, many: true, help: only items that are one of these factors}
columns:
  agency: the type of agency
  items: items of information that it knew from a day that the report gives
  shared: of these, those that it is shown to have shared on or after that day
  lower_quartile: days from knowing to sharing, a quarter of the shared items took no longer
  median: half took no longer
  upper_quartile: three quarters took no longer
  longest: the most days
  cases: reports in which it shared such an item
least_cases: 3
advice: >-
  Counts describe what published reviews of severe cases say, not practice. Only days that the report
  gives are counted; what was not shown to be shared has no length and is not in the median. Shared is
  a communication about it that was sent, or a meeting attended that spoke of it.
leads_to: [held-but-never-together, gap-kinds-by-agency-pair]
--- */
MATCH (c:Case)<-[:IN_CASE]-(t:Topic)
{% if factor %}
WHERE EXISTS { MATCH (t)-[:FACTOR]->(f:FactorType) WHERE f.code IN $factor }
{% endif %}
CALL (t) {
  MATCH (t)<-[:TOPICS]-(k:Knowledge)-[:PARTY]->(a:AgencyType)
  WHERE k.dateFrom = k.dateTo AND EXISTS { MATCH (k)-[:STATUS]->(s) WHERE s.code IN ['knew', 'part'] }
  RETURN a, k.dateFrom AS day
  UNION
  MATCH (t)<-[:TOPICS]-(m:Communication)-[:RECEIVER]->(a:AgencyType)
  WHERE m.dateFrom = m.dateTo AND coalesce(m.received, true) = true
  RETURN a, m.dateFrom AS day
}
WITH c, t, a, min(day) AS known
{% if agency_type %}
WHERE a.code IN $agency_type
{% endif %}
// From the item to whom it was told by, never from the agency type, which takes part in every case.
WITH c, t, a, known, a.code AS code
WITH c, a, known, COLLECT {
  MATCH (t)<-[:TOPICS]-(x:Communication|Meeting)-[:SENDER|ATTENDED]->(b:AgencyType)
  WHERE b.code = code AND x.dateFrom = x.dateTo AND x.dateFrom >= known AND coalesce(x.held, true) = true
  RETURN x.dateFrom ORDER BY x.dateFrom LIMIT 1
}[0] AS told
WITH a, c, CASE WHEN told IS NULL THEN null ELSE duration.inDays(known, told).days END AS days
RETURN a.label AS agency,
  count(*) AS items,
  count(days) AS shared,
  1.0 * percentileCont(days, 0.25) AS lower_quartile,
  1.0 * percentileCont(days, 0.5) AS median,
  1.0 * percentileCont(days, 0.75) AS upper_quartile,
  max(days) AS longest,
  count(DISTINCT CASE WHEN days IS NULL THEN null ELSE c END) AS cases
ORDER BY cases DESC, items DESC, agency
