/* ---
title: Held by several, never brought together
question: Which items were held by three or more agencies and never brought together in one meeting?
numbers: [5]
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  least: {type: int, default: 3, help: 'how many agencies must have held it, and met over it'}
  all: {type: flag, help: also items that were brought together}
columns:
  topic: the item of information
  holders: the types of agency shown to have held it, or a part of it
  first: 'when the first of them is dated to have had it, as exact as the report is'
  together: the most of them that attended one meeting shown to have spoken of it
  met: the most of them that attended one meeting, whatever it spoke of
  paragraph: where the report first speaks of it
  quote: the words of the report there
evidence: quote
advice: >-
  Holders are those said to have known, those who told it, those told of it, and those said not to have
  passed it on. Reports seldom list everyone at a meeting or all that was spoken of there.
leads_to: [item-of-information, where-it-stopped, meetings-and-absences, evidence]
--- */
MATCH (c:Case {id: $case})<-[:IN_CASE]-(t:Topic)
CALL (t) {
  MATCH (t)<-[:TOPICS]-(x:Knowledge)-[:PARTY]->(a:AgencyType)
  WHERE EXISTS { MATCH (x)-[:STATUS]->(s) WHERE s.code IN ['knew', 'part'] }
  RETURN a, x
  UNION
  MATCH (t)<-[:TOPICS]-(x:Communication)-[:SENDER]->(a:AgencyType)
  RETURN a, x
  UNION
  MATCH (t)<-[:TOPICS]-(x:Communication)-[:RECEIVER]->(a:AgencyType)
  WHERE coalesce(x.received, true) = true
  RETURN a, x
  UNION
  MATCH (t)<-[:TOPICS]-(x:Gap)-[:HOLDER]->(a:AgencyType)
  WHERE EXISTS { MATCH (x)-[:KIND]->(k:GapKind) WHERE k.code = 'not_shared' OR k.code STARTS WITH 'shared_' }
  RETURN a, x
}
WITH c, t, a, x ORDER BY x.dateFrom, x.date
WITH c, t, collect(DISTINCT a) AS holders, head(collect(x.date)) AS first
WHERE size(holders) >= $least
WITH c, t, holders, first, COLLECT {
  MATCH (t)<-[:TOPICS]-(m:Meeting)-[:ATTENDED]->(p:AgencyType)
  WHERE m.held = true AND p IN holders
  WITH m, count(DISTINCT p) AS there
  RETURN there ORDER BY there DESC LIMIT 1
}[0] AS together, COLLECT {
  MATCH (c)<-[:IN_CASE]-(m:Meeting)-[:ATTENDED]->(p:AgencyType)
  WHERE m.held = true AND p IN holders
  WITH m, count(DISTINCT p) AS there
  RETURN there ORDER BY there DESC LIMIT 1
}[0] AS met
WITH t, [a IN holders | a.label] AS names, first, coalesce(together, 0) AS together, coalesce(met, 0) AS met,
  COLLECT {
    MATCH (t)-[:EVIDENCE]->(e:Evidence)
    WHERE NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
    RETURN e ORDER BY e.order LIMIT 1
  }[0] AS e
WHERE e IS NOT NULL
{% if not all %}
  AND together < $least
{% endif %}
RETURN t.label AS topic,
  COLLECT { UNWIND names AS name RETURN name ORDER BY name } AS holders,
  first,
  together,
  met,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY size(holders) DESC, topic, t.uri
