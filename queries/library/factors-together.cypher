/* ---
title: Factors that reports describe together
question: Which factors of the coding frame occur in the same reports?
numbers: [18]
group: Child, family, risk
scope: cross-case
parameters:
  factor: {type: factor, many: true, help: only pairs with one of these}
columns:
  factor: a circumstance of the child, the family or the work
  other: another one
  cases: reports that describe both
  with_factor: reports that describe the first
  with_other: reports that describe the other
  all_cases: reports in the graph
  lift: how many times more often together than if neither had to do with the other
least_cases: 3
advice: >-
  Counts describe what published reviews of severe cases say, not practice. Occurring in the same
  report is no cause, and with few reports a lift means little.
leads_to: [factors-by-gap-kind, factors]
--- */
MATCH (c:Case)
WITH c, COLLECT {
  MATCH (c)<-[:IN_CASE]-(x:Factor)-[:FACTOR]->(f:FactorType), (x)-[:EVIDENCE]->(e:Evidence)
  WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN DISTINCT f.code
} AS factors
WITH collect(factors) AS reports
MATCH (f:FactorType)
{% if factor %}
WHERE f.code IN $factor
{% endif %}
MATCH (o:FactorType)
{% if factor %}
WHERE o.code <> f.code AND (NOT o.code IN $factor OR o.code > f.code)
{% else %}
WHERE o.code > f.code
{% endif %}
WITH f, o, size(reports) AS all_cases,
  size([r IN reports WHERE f.code IN r AND o.code IN r]) AS cases,
  size([r IN reports WHERE f.code IN r]) AS with_factor,
  size([r IN reports WHERE o.code IN r]) AS with_other
WHERE cases > 0
RETURN f.label AS factor,
  o.label AS other,
  cases,
  with_factor,
  with_other,
  all_cases,
  1.0 * cases * all_cases / (with_factor * with_other) AS lift
ORDER BY cases DESC, lift DESC, factor, other
