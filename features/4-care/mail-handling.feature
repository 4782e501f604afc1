Feature: Mail handling
  Every message a person wrote gets what it asks for; what a machine wrote is never answered.
  Rules: rules/4-care/mail-handling.sentences

  Background:
    Given it is Monday 2 March 2026, 09:00 in London

  Rule: A complaint is opened

    Scenario: A person complains
      When Anna writes an e-mail: "The lamp arrived broken."
      Then a complaint of Anna is open

    Scenario: A machine "complains"
      When an automatic reply comes from Anna: "Your message is broken."
      Then no complaint of Anna is open

    Scenario: A second mail about the same complaint adds to it
      Given Anna complained by e-mail
      When Anna writes again about it: "I am still disappointed."
      Then 1 message "complaint-received" goes to Anna

    Scenario: A mail about a complaint that was resolved opens another one
      Given Anna complained by e-mail
      When the complaint is resolved
      And Anna writes again about it: "It is broken again."
      Then 2 messages "complaint-received" go to Anna

  Rule: A question becomes a task of service, due in 24 hours

    Scenario: A person asks
      When Anna writes an e-mail: "When will the red mugs be back?"
      Then a task "answer the question" waits for the service, due Tuesday 3 March 2026, 09:00

    Scenario: Two questions are two tasks
      When Anna writes an e-mail: "When will the red mugs be back?"
      And Anna writes an e-mail: "Where is your shop?"
      Then 2 tasks "answer the question" were given

    Scenario: A machine "asks"
      When an automatic reply comes from Anna: "When will I be back? On Friday."
      Then no task "answer the question" waits

  Rule: Who talks of leaving is talked with, who asks for a lower price is answered

    Scenario: A person talks of leaving
      When Anna writes an e-mail: "I want to close my account"
      Then a task "talk with the customer before he leaves" waits for the retention

    Scenario: A person asks for a lower price
      When Anna writes an e-mail: "Too expensive for me"
      Then a task "answer about the price" waits for the sales

    Scenario: A machine "talks of leaving"
      When an automatic reply comes from Anna: "I want to close my account"
      Then no task "talk with the customer before he leaves" waits

  Rule: A message about several things gets what it asks for in each

    Scenario: Furious, and leaving
      When Anna writes an e-mail: "I am furious and will close my account"
      Then a complaint of Anna is open
      And a task "talk with the customer before he leaves" waits for the retention

    Scenario: A complaint of somebody who wants to hear no more
      Given Anna agrees to promotion by e-mail
      When Anna writes an e-mail: "The lamp arrived broken. Unsubscribe me!"
      Then a complaint of Anna is open
      And Anna no longer agrees to promotion by e-mail

    Scenario: Whoever takes care of the complaint answers the question too
      When Anna writes an e-mail: "Where is my refund?"
      Then a complaint of Anna is open
      And no task "answer the question" waits

    Scenario: Nobody is thanked for praise inside a complaint
      When Anna writes an e-mail: "The lamp arrived broken. Thank you."
      Then a complaint of Anna is open
      And no message "thanks-for-praise" goes to Anna

    Scenario: Who did not mean to leave the list stays
      Given Anna agrees to promotion by e-mail
      When Anna writes an e-mail: "I did not mean to unsubscribe!"
      Then Anna still agrees to promotion by e-mail

  Rule: Praise is thanked for

    Scenario: A person praises
      When Anna writes an e-mail: "I love them, excellent!"
      Then a message "thanks-for-praise" goes to Anna by e-mail, because "the message praises"

    Scenario: A machine "praises"
      When an automatic reply comes from Anna: "Thank you for your mail."
      Then no message "thanks-for-praise" goes to Anna

    Scenario: Two mails of praise are thanked for twice
      When Anna writes an e-mail: "I love them, excellent!"
      And Anna writes an e-mail: "Wonderful!"
      Then 2 messages "thanks-for-praise" go to Anna

  Rule: Who wants to hear no more hears no more, and is told so

    Scenario: A person unsubscribes
      Given Anna agrees to promotion by e-mail
      When Anna writes an e-mail: "Please unsubscribe me."
      Then Anna no longer agrees to promotion by e-mail
      And a message "unsubscribed" goes to Anna by e-mail

    Scenario: A newsletter that came back says "unsubscribe"
      Given Anna agrees to promotion by e-mail
      When an automatic reply comes from Anna: "To unsubscribe click here."
      Then Anna still agrees to promotion by e-mail

    Scenario: Only the channel by which it came is meant
      Given Anna agrees to promotion by e-mail
      And Anna agrees to promotion by SMS
      When Anna writes an e-mail: "Please unsubscribe me."
      Then Anna still agrees to promotion by SMS

  Rule: Everything else is left to people

    Scenario: Neither complaint nor question nor praise
      When Anna writes an e-mail: "The parcel came on Tuesday."
      Then nothing is done for Anna
