/* ---
title: Where an item of information stopped
question: Who held an item of information last, which contacts after that did not carry it, and how many days were lost?
numbers: [2]
group: Information flow
scope: case
parameters:
  case: {type: case, required: true, help: the case to look at}
  topic:
    type: topic
    required: true
    from_row: [topic, topics, about]
    help: 'a topic of the case, or words such as alcohol or co-sleeping'
  ruled_out: {type: flag, help: the contacts too that their dates rule out}
analysis: stops
gives: [topic]
columns:
  holder: who held it
  since: 'since when, as exact as the report is'
  contact: with whom there was a contact after that
  kind: what the contact was
  date: 'when, as exact as the report is'
  certainty: 'whether the contact was in time, by its date: certain, possible or, when asked for, impossible'
  days_lost: 'days from first knowledge to arrival, or to the incident where it never arrived, at least'
  days_lost_most: 'the same, at most: the dates may be partial'
  paragraph: 'where the contact stands: the paragraph as printed, else the page, else the heading'
  quote: the words of the report there
evidence: quote
advice: >-
  A contact that is not shown to have carried it may have carried it: the report does not tell. Hindsight
  knows what was worth passing on; those who met then may not have. No one is to blame for a row here.
leads_to: [item-of-information, information-gaps, evidence]
--- */
// The topics to choose from; where it stopped is worked out from the whole review (graph/trace).
MATCH (:Case {id: $case})<-[:IN_CASE]-(t:Topic)
RETURN t.label AS topic
ORDER BY topic
