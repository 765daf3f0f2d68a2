/* ---
title: Sent, but not shown to have arrived or been used
question: Which communications were sent but not shown as received, or received but not taken up?
numbers: [8]
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  stated: {type: flag, help: only where the report says that it did not arrive or was not taken up}
columns:
  date: when, as exact as the report is
  sender: who told
  receiver: who was told
  channel: by what means
  about: what it was about
  received: 'whether it is shown to have arrived (empty: the report does not tell)'
  understood: 'whether it is shown to have been taken up (empty: the report does not tell)'
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Empty means that the report does not tell; it seldom does. With stated=yes only what the report
  says did not arrive or was not taken up.
leads_to: [item-of-information, communications, evidence]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(m:Communication)
{% if stated %}
WHERE m.received = false OR m.understood = false
{% else %}
WHERE m.received IS NULL OR m.received = false OR m.understood = false
{% endif %}
WITH m, COLLECT {
  MATCH (m)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN m.date AS date,
  COLLECT { MATCH (m)-[:SENDER]->(p:Party) RETURN p.label ORDER BY p.label }[0] AS sender,
  COLLECT { MATCH (m)-[:RECEIVER]->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS receiver,
  COLLECT { MATCH (m)-[:CHANNEL]->(ch:Channel) RETURN ch.label ORDER BY ch.label }[0] AS channel,
  m.about AS about,
  m.received AS received,
  m.understood AS understood,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY m.dateFrom, m.dateTo, e.start, m.uri
