Feature: Welcome back
  Who announces a visit is known by name and offered the usual.
  Rules: rules/4-care/welcome-back.sentences

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: The usual is offered once for each visit

    Scenario: The usual seat
      Given Anna has the trait "prefers-seat": "by the window"
      And Anna has the trait "avoids-breakfast": "nuts"
      When Anna announces a visit
      Then a task "greet by name and offer the usual" waits for the service, because "the usual choice: seat: by the window; to avoid: breakfast: nuts"

    Scenario: Nothing is remembered of her
      When Anna announces a visit
      Then no task "greet by name and offer the usual" waits

    Scenario: She writes and comes not
      Given Anna has the trait "prefers-seat": "by the window"
      When Anna writes an e-mail: "Hello"
      Then no task "greet by name and offer the usual" waits
