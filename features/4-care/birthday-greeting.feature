Feature: Birthday greeting
  A greeting on the day, by the customer's own clock, or not at all.
  Rules: rules/4-care/birthday-greeting.sentences

  Background:
    Given it is Thursday 5 March 2026, 12:00 in London
    And Mei agrees to promotion by e-mail

  Rule: The greeting goes on the birthday, once a year

    @silence
    Scenario: The day before
      Given Mei was born on 7 March 1990
      When it becomes Friday 6 March 2026, 23:59
      Then no message "birthday" goes to Mei

    @silence
    Scenario: The day itself
      Given Mei was born on 7 March 1990
      When it becomes Saturday 7 March 2026, 09:00
      Then a message "birthday" goes to Mei by e-mail

    @silence
    Scenario: In the language that she reads
      Given Mei was born on 7 March 1990
      And Mei reads Chinese
      When it becomes Saturday 7 March 2026, 09:00
      Then a message "birthday" goes to Mei by e-mail in Chinese
      And the message "birthday" to Mei says "祝您生日快乐"

    @silence
    Scenario: Three birthdays, three greetings
      Given Mei was born on 7 March 1990
      When 3 years pass
      Then 3 messages "birthday" go to Mei

    Scenario: Nobody knows the birthday
      When 1 year passes
      And Mei is looked at again
      Then no message "birthday" goes to Mei

  Rule: Who was born on 29 February is greeted on 28 February in common years

    @silence
    Scenario Outline: It becomes <moment>
      Given it is <start> in London
      And Mei was born on 29 February 1988
      When it becomes <moment>
      Then <times> messages "birthday" go to Mei

      Examples: 2027 is a common year
        | start                           | moment                         | times |
        | Friday 26 February 2027, 12:00  | Saturday 27 February 2027, 23:59 | 0   |
        | Friday 26 February 2027, 12:00  | Sunday 28 February 2027, 09:00 | 1     |
        | Friday 26 February 2027, 12:00  | Tuesday 2 March 2027, 09:00    | 1     |

      Examples: 2028 is a leap year
        | start                           | moment                         | times |
        | Saturday 26 February 2028, 12:00 | Monday 28 February 2028, 23:59 | 0    |
        | Saturday 26 February 2028, 12:00 | Tuesday 29 February 2028, 09:00 | 1   |
        | Saturday 26 February 2028, 12:00 | Thursday 2 March 2028, 09:00   | 1    |

  Rule: The day begins by the customer's clock, not by ours

    @silence
    Scenario: One minute to midnight in Shanghai
      Given Mei lives in Shanghai
      And Mei was born on 7 March 1990
      When it becomes Friday 6 March 2026, 15:59
      Then no message "birthday" goes to Mei

    @silence
    Scenario: Midnight in Shanghai, still the day before in London
      Given Mei lives in Shanghai
      And Mei was born on 7 March 1990
      When it becomes Friday 6 March 2026, 16:00
      Then a message "birthday" goes to Mei by e-mail

  Rule: A greeting that cannot leave on the day is missed, never late

    Scenario: A complaint was open all day
      Given Mei was born on 7 March 1990
      And Mei complained by e-mail
      When it becomes Sunday 8 March 2026, 00:00
      Then the message "birthday" to Mei was missed

    Scenario: The complaint was resolved in time
      Given Mei was born on 7 March 1990
      And Mei complained by e-mail
      When it becomes Saturday 7 March 2026, 15:00
      And the complaint is resolved
      Then a message "birthday" goes to Mei by e-mail

    Scenario: The engine stood still over the birthday
      Given Mei was born on 7 March 1990
      When the engine stands still until Monday 9 March 2026, 09:00
      Then the message "birthday" to Mei was missed

    Scenario: The engine stood still until the afternoon of the birthday
      Given Mei was born on 7 March 1990
      When the engine stands still until Saturday 7 March 2026, 15:00
      Then a message "birthday" goes to Mei by e-mail
