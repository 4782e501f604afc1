Feature: Anniversary call
  A vip account is called on the anniversary of its first order, once each year.
  Rules: rules/4-care/anniversary-call.sentences

  Background:
    Given it is Wednesday 4 March 2026, 12:00 in London
    And there are 1,000 customers

  Rule: Vip accounts are called on the day

    @silence
    Scenario Outline: Ranks <rank>, and it becomes <moment>
      Given Li Lei ranks <rank> by current value
      And Li Lei ordered every 300 days from 5 March 2024 to 26 October 2025
      When it becomes <moment>
      Then <tasks> tasks "thank for another year" were given

      Examples:
        | rank  | moment                        | tasks |
        | 1st   | Wednesday 4 March 2026, 23:59 | 0     |
        | 1st   | Thursday 5 March 2026, 09:00  | 1     |
        | 1st   | Thursday 4 March 2027, 23:59  | 1     |
        | 100th | Thursday 5 March 2026, 09:00  | 0     |

    @silence
    Scenario: It is known which year it is
      Given Li Lei ranks 1st by current value
      And Li Lei ordered every 300 days from 5 March 2024 to 26 October 2025
      When it becomes Thursday 5 March 2026, 09:00
      Then a task "thank for another year" waits for the sales, because "anniversary 2 of the first order of a vip account"

  Rule: Once each anniversary, however often somebody looks

    Scenario: Looked at again on the day
      Given Li Lei ranks 1st by current value
      And Li Lei ordered every 300 days from 5 March 2024 to 26 October 2025
      When it becomes Thursday 5 March 2026, 09:00
      And Li Lei is looked at again
      Then 1 task "thank for another year" was given

  Rule: The call is late rather than lost

    Background:
      Given Li Lei ranks 1st by current value
      And Li Lei ordered every 300 days from 5 March 2024 to 26 October 2025

    Scenario: The engine stood still over the anniversary
      When the engine stands still until Saturday 7 March 2026, 09:00
      Then a task "thank for another year" waits for the sales

    Scenario: The engine stood still until the call would have been overdue
      When the engine stands still until Monday 9 March 2026, 09:00
      Then no task "thank for another year" waits

  Rule: Nobody is thanked while a complaint is open

    Scenario: Complained the day before
      Given Li Lei ranks 1st by current value
      And Li Lei ordered every 300 days from 5 March 2024 to 26 October 2025
      And Li Lei complained by e-mail
      When it becomes Thursday 5 March 2026, 09:00
      Then no task "thank for another year" waits
