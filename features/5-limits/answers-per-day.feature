Feature: Answers per day
  Two machines that answer each other come to an end, whatever their messages look like.
  Rules: rules/5-limits/answers-per-day.sentences

  Background:
    Given it is Monday 2 March 2026, 09:00 in London

  Rule: Three messages of a day are answered, the fourth is not

    Scenario: Three
      When Anna writes an e-mail: "Thank you for your message"
      And Anna writes an e-mail: "Thank you for your message"
      And Anna writes an e-mail: "Thank you for your message"
      Then 3 messages "thanks-for-praise" go to Anna

    Scenario: Four, and so on
      Given Anna writes an e-mail: "Thank you for your message"
      And Anna writes an e-mail: "Thank you for your message"
      And Anna writes an e-mail: "Thank you for your message"
      When Anna writes an e-mail: "Thank you for your message"
      Then 3 messages "thanks-for-praise" go to Anna, one held back because "more than three messages came in on one day"

    Scenario: A complaint that came fourth is acknowledged the next day
      Given Anna writes an e-mail: "Thank you"
      And Anna writes an e-mail: "Thank you"
      And Anna writes an e-mail: "Thank you"
      When Anna writes an e-mail: "The lamp arrived broken."
      Then no message "complaint-received" goes to Anna, because "more than three messages came in on one day"

  Rule: Only answers are held back

    Scenario: What a machine wrote is no message from the customer
      Given an automatic reply comes from Anna: "I am away"
      And an automatic reply comes from Anna: "I am away"
      And an automatic reply comes from Anna: "I am away"
      When Anna writes an e-mail: "I love them!"
      Then 1 message "thanks-for-praise" goes to Anna
