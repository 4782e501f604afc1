Feature: Escalation ladder
  Who takes over a complaint when a deadline is missed.
  Rules: rules/2-relate/escalation-ladder.csv

  Background:
    Given it is Monday 2 March 2026, 09:00 in Shanghai
    And Mei is a gold customer
    And Mei complained by e-mail

  Rule: Each missed deadline takes it one step up, as far as the managing director

    @silence
    Scenario Outline: After <time> the complaint is with the <owner>
      When <time> pass
      Then a task "answer the complaint" waits for the <owner>

      Examples:
        | time                     | owner             |
        | 3 hours and 59 minutes   | service           |
        | 4 hours                  | service manager   |
        | 7 hours and 59 minutes   | service manager   |
        | 8 hours                  | service director  |
        | 11 hours and 59 minutes  | service director  |
        | 12 hours                 | managing director |
        | 40 hours                 | managing director |
