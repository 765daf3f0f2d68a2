/* ---
title: Timeline of a case
question: What happened, in order of time, with every event, meeting, communication and gap that has a date?
group: Meetings and process
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  since: {type: date, help: 'from this day, month or year on'}
  until: {type: until, help: 'up to this day, month or year'}
  party: {type: party, many: true, help: only what one of these had part in}
columns:
  date: when, as exact as the report is
  until: the last day, where it lasted
  what: event, meeting, communication or gap
  type: its type in the coding frame
  parties: who had part in it
  about: what it was about
  paragraph: 'the paragraph as printed, else the page, else the heading it stands under'
  quote: the words of the report
evidence: quote
advice: >-
  Only what has a date is here. A date known to the month or year stands at the first day it may mean.
leads_to: [evidence, communications, meetings-and-absences]
--- */
MATCH (:Case {id: $case})<-[:IN_CASE]-(f:Event|Meeting|Communication|Gap)
WHERE f.dateFrom IS NOT NULL
{% if since %}
  AND f.dateTo >= $since
{% endif %}
{% if until %}
  AND f.dateFrom <= $until
{% endif %}
{% if party %}
  AND EXISTS { MATCH (f)-->(p:Party) WHERE p.code IN $party }
{% endif %}
WITH f, COLLECT {
  MATCH (f)-[:EVIDENCE]->(e:Evidence)
  WHERE e.supports IS NULL AND NOT EXISTS { (e)-[:STATUS]->(:ReviewStatus {code: 'rejected'}) }
  RETURN e ORDER BY e.order LIMIT 1
}[0] AS e
WHERE e IS NOT NULL
RETURN f.date AS date,
  f.dateEnd AS until,
  toLower(head(labels(f))) AS what,
  COLLECT { MATCH (f)-[:TYPE|KIND|CHANNEL]->(t:Concept) RETURN t.label ORDER BY t.label }[0] AS type,
  COLLECT { MATCH (f)-->(p:Party) RETURN DISTINCT p.label ORDER BY p.label } AS parties,
  f.about AS about,
  coalesce(e.paragraph, 'page ' + toString(e.page), 'under ' + COLLECT {
    MATCH (e)-[:IN_PASSAGE]->(passage:Passage) RETURN passage.section
  }[0]) AS paragraph,
  e.quote AS quote
ORDER BY f.dateFrom, f.dateTo, e.start, what, f.uri
