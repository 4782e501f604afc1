Feature: Complaint follow-up
  Nobody waits for an answer longer than promised; every missed deadline climbs one level.
  Rules: rules/4-care/complaint-follow-up.sentences

  Background:
    Given it is Monday 2 March 2026, 09:00 in Shanghai
    And Mei is a gold customer

  Rule: A complaint is acknowledged at once, by the way it came, and given to somebody with a deadline

    Scenario: By e-mail
      When Mei complained by e-mail
      Then a message "complaint-received" goes to Mei by e-mail, because "complaint received"
      And a task "answer the complaint" waits for the service, due Monday 2 March 2026, 13:00

    Scenario: By chat
      When Mei complained by chat
      Then a message "complaint-received" goes to Mei by chat

    Scenario: On the web, answered by e-mail
      When Mei complained by web
      Then a message "complaint-received" goes to Mei by e-mail

    Scenario: A question is no complaint
      When Mei writes an e-mail: "When do you open on Sunday?"
      Then no complaint of Mei is open
      And no message "complaint-received" goes to Mei

    Scenario: Two complaints are two cases
      Given Mei complained by e-mail
      When 1 hour passes
      And Mei complained by chat
      Then 2 messages "complaint-received" go to Mei

  Rule: A missed deadline climbs one level, again and again, until the complaint is resolved

    @silence
    Scenario: One minute before the deadline
      Given Mei complained by e-mail
      When 3 hours and 59 minutes pass
      Then the complaint was never escalated

    @silence
    Scenario: At the deadline
      Given Mei complained by e-mail
      When 4 hours pass
      Then the complaint is at escalation level 1
      And a task "answer the complaint" waits for the service manager, due Monday 2 March 2026, 17:00

    Scenario: Answered one minute before the deadline
      Given Mei complained by e-mail
      When 3 hours and 59 minutes pass
      And the complaint is resolved
      And 30 days pass
      Then the complaint was never escalated

    @silence
    Scenario: Two deadlines missed
      Given Mei complained by e-mail
      When 8 hours and 1 minute pass
      Then the complaint is at escalation level 2
      And a task "answer the complaint" waits for the service director

    @silence
    Scenario: Ten deadlines missed
      Given Mei complained by e-mail
      When 40 hours and 1 minute pass
      Then the complaint is at escalation level 10

    Scenario: Resolved after one missed deadline, it stops climbing
      Given Mei complained by e-mail
      When 4 hours and 1 minute pass
      And the complaint is resolved
      And 30 days pass
      Then the complaint was escalated 1 time
