/* ---
title: Communications
question: Who told whom what, when and how, and is it shown to have arrived?
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  sender: {type: party, many: true, help: only what one of these sent}
  receiver: {type: party, many: true, help: only what was sent to one of these}
  channel: {type: channel, many: true, help: only what went by these channels}
  about: {type: text, help: only those whose subject or quote holds these words}
columns:
  date: when, as exact as the report is
  sender: who told, or raised the concern
  receiver: who was told
  channel: by what means
  about: what it was about
  topics: the items of information that it is about
  received: 'whether it is shown to have arrived (empty: the report does not tell)'
  understood: 'whether it is shown to have been taken up (empty: the report does not tell)'
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Sent, received and understood are three things. Empty means that the report does not tell. What
  passed inside a meeting is with the meeting.
leads_to: [item-of-information, sent-not-received, evidence, case-timeline]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(m:Communication)
WHERE true
{% if sender %}
  AND EXISTS { MATCH (m)-[:SENDER]->(p:Party) WHERE p.code IN $sender }
{% endif %}
{% if receiver %}
  AND EXISTS { MATCH (m)-[:RECEIVER]->(p:Party) WHERE p.code IN $receiver }
{% endif %}
{% if channel %}
  AND EXISTS { MATCH (m)-[:CHANNEL]->(ch:Channel) WHERE ch.code IN $channel }
{% endif %}
WITH m, COLLECT {
  MATCH (m)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
{% if about %}
  AND (toLower(m.about) CONTAINS toLower($about) OR toLower(e.quote) CONTAINS toLower($about))
{% endif %}
RETURN m.date AS date,
  COLLECT { MATCH (m)-[:SENDER]->(p:Party) RETURN p.label ORDER BY p.label }[0] AS sender,
  COLLECT { MATCH (m)-[:RECEIVER]->(p:Party) RETURN p.label ORDER BY p.label } AS receiver,
  COLLECT { MATCH (m)-[:CHANNEL]->(ch:Channel) RETURN ch.label ORDER BY ch.label }[0] AS channel,
  m.about AS about,
  COLLECT { MATCH (m)-[:TOPICS]->(t:Topic) RETURN t.label ORDER BY t.label } AS topics,
  m.received AS received,
  m.understood AS understood,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY m.dateFrom, m.dateTo, e.start, m.uri
