/* ---
title: How sure we are
question: On how much do the findings rest, how sure is the reading, how exact are the dates, who has reviewed them?
numbers: [25]
group: Learning and quality
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
columns:
  what: the kind of finding
  findings: how many
  places: how many places of the report they rest on
  confidence: how sure the readings are on average, from 0 to 1
  to_the_day: findings dated to the day
  less_exact: findings dated to the month, the year or a span of days
  undated: events, meetings, communications, gaps and knowledge without a date
  reviewed: findings that a person has accepted or corrected
  paragraph: where the least sure reading stands
  least_sure: the words of the report there
evidence: least_sure
advice: >-
  Confidence says how sure the machine is of its reading, not how sure the report is of its facts.
leads_to: [evidence]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f)-[:EVIDENCE]->(e:Evidence)
WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
WITH f, e ORDER BY e.confidence, e.start, f.uri
WITH f, count(e) AS places, avg(e.confidence) AS sure, head(collect(e)) AS weakest,
  max(CASE WHEN EXISTS { MATCH (e)-[:STATUS]->(s:ReviewStatus) WHERE s.code IN ['accepted', 'corrected'] }
    THEN 1 ELSE 0 END) AS reviewed
WITH f, places, sure, weakest, reviewed ORDER BY weakest.confidence, weakest.start, f.uri
WITH CASE WHEN f:FamilyMember THEN 'family member' ELSE toLower(head(labels(f))) END AS what,
  count(f) AS findings,
  sum(places) AS places,
  avg(sure) AS confidence,
  sum(CASE WHEN f.dateFrom = f.dateTo THEN 1 ELSE 0 END) AS to_the_day,
  sum(CASE WHEN f.dateFrom <> f.dateTo THEN 1 ELSE 0 END) AS less_exact,
  sum(CASE WHEN f.dateFrom IS NULL AND (f:Event OR f:Meeting OR f:Communication OR f:Gap OR f:Knowledge)
    THEN 1 ELSE 0 END) AS undated,
  sum(reviewed) AS reviewed,
  head(collect(weakest)) AS e
RETURN what, findings, places, confidence, to_the_day, less_exact, undated, reviewed,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS least_sure
ORDER BY findings DESC, what
