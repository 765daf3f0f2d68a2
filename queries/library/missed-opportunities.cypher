/* ---
title: Missed opportunities
question: Where does the report say that a chance to act, assess, challenge or listen was missed?
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  kind: {type: gap_kind, many: true, help: only missed opportunities of these kinds}
  holder: {type: party, many: true, help: only those where one of these was in a position to act}
  min_confidence: {type: share, help: only those read with at least this confidence (0 to 1)}
columns:
  kind: the kind of missed opportunity, a code of the coding frame
  holder: who was in a position to act
  about: what it was about
  topics: the items of information that it is about
  date: when, as exact as the report is
  voice: who says so
  reason: why, where the report states a reason
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
  confidence: how sure the reading is, from 0 to 1
evidence: quote
advice: >-
  The report judges with hindsight and apportions no blame. Absence in the graph is not absence in
  the case.
leads_to: [evidence, information-gaps, item-of-information, recommendations]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
WHERE (k)-[:BROADER]->(:GapKind {code: 'missed_opportunity'})
{% if kind %}
  AND k.code IN $kind
{% endif %}
{% if holder %}
  AND EXISTS { MATCH (g)-[:HOLDER]->(p:Party) WHERE p.code IN $holder }
{% endif %}
WITH g, k, COLLECT {
  MATCH (g)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
{% if min_confidence %}
  AND e.confidence >= $min_confidence
{% endif %}
RETURN k.code AS kind,
  COLLECT { MATCH (g)-[:HOLDER]->(p:Party) RETURN p.label ORDER BY p.label } AS holder,
  g.about AS about,
  COLLECT { MATCH (g)-[:TOPICS]->(t:Topic) RETURN t.label ORDER BY t.label } AS topics,
  g.date AS date,
  COLLECT { MATCH (g)-[:VOICE]->(v:Voice) RETURN v.label ORDER BY v.label }[0] AS voice,
  COLLECT { MATCH (g)-[:REASON]->(r:Reason) RETURN r.label ORDER BY r.label }[0] AS reason,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote,
  e.confidence AS confidence
ORDER BY e.start, kind, g.uri
