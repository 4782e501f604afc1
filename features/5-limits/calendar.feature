@guarantee
Feature: The calendar
  What comes back comes back by itself: each December, each New Year, each Monday, once each time, by the customer's own calendar.

  Background:
    Given it is Friday 27 November 2026, 12:00 in London
    And Mei ordered on 25 November 2026

  Rule: A window of the year is one occasion each year, its first and last day included

    Background:
      Given tomorrow these rules are written as well:
        """
        rule "Advent: every buyer"
        when
            from 1 to 24 December
            the number of purchase days is at least 1
        then
            give the task "write a card" to marketing, due in 7 days
        """

    @silence
    Scenario Outline: It becomes <moment>
      When it becomes <moment>
      Then <cards> tasks "write a card" were given

      Examples:
        | moment                           | cards |
        | Monday 30 November 2026, 23:59   | 0     |
        | Tuesday 1 December 2026, 00:00   | 1     |
        | Thursday 24 December 2026, 23:59 | 1     |
        | Friday 24 December 2027, 12:00   | 2     |

    @silence
    Scenario: It begins by the customer's clock
      Given Mei lives in Shanghai
      When it becomes Monday 30 November 2026, 16:00
      Then 1 task "write a card" was given

  Rule: A window over New Year is one occasion, not two

    Background:
      Given tomorrow these rules are written as well:
        """
        rule "New Year: every buyer"
        when
            between 20 December and 6 January
            the number of purchase days is at least 1
        then
            give the task "wish a good year" to sales, due in 3 days
        """

    @silence
    Scenario Outline: It becomes <moment>
      When it becomes <moment>
      Then <wishes> tasks "wish a good year" were given

      Examples:
        | moment                           | wishes |
        | Saturday 19 December 2026, 23:59 | 0      |
        | Sunday 20 December 2026, 09:00   | 1      |
        | Wednesday 6 January 2027, 23:59  | 1      |
        | Monday 20 December 2027, 09:00   | 2      |

  Rule: A day of the week alone comes each week

    Background:
      Given tomorrow these rules are written as well:
        """
        rule "Mondays: every buyer"
        when
            on Mondays
            the number of purchase days is at least 1
        then
            give the task "plan the week" to sales, due in 1 days
        """

    @silence
    Scenario Outline: It becomes <moment>
      When it becomes <moment>
      Then <plans> tasks "plan the week" were given

      Examples:
        | moment                           | plans |
        | Sunday 29 November 2026, 23:59   | 0     |
        | Monday 30 November 2026, 00:00   | 1     |
        | Sunday 6 December 2026, 23:59    | 1     |
        | Monday 21 December 2026, 09:00   | 4     |

    Scenario: After three weeks without the engine nobody is called three times
      When the engine stands still until Monday 21 December 2026, 09:00
      Then 1 task "plan the week" was given

  Rule: Beside another occasion it only says when

    Background:
      Given tomorrow these rules are written as well:
        """
        rule "Asks how it was: on a working day"
        when
            the customer has been silent for 10 days
            on Monday to Friday
        then
            give the task "ask how it was" to service, due in 3 days
        """

    @silence
    Scenario Outline: It becomes <moment>
      When it becomes <moment>
      Then <calls> tasks "ask how it was" were given

      Examples: the tenth day is a Saturday
        | moment                           | calls |
        | Sunday 6 December 2026, 23:59    | 0     |
        | Monday 7 December 2026, 00:00    | 1     |
        | Thursday 31 December 2026, 12:00 | 1     |

  Rule: Any date told of a customer has its anniversary

    Background:
      Given tomorrow these rules are written as well:
        """
        rule "Wedding day: the tenth year"
        when
            today is the 10th anniversary of the trait "wedding day"
        then
            give the task "send flowers" to service, due in 2 days
        """

    @silence
    Scenario Outline: Married on 12 December 2016, and it becomes <moment>
      Given the "wedding day" of Mei is on 12 December 2016
      When it becomes <moment>
      Then <flowers> tasks "send flowers" were given

      Examples:
        | moment                           | flowers |
        | Friday 11 December 2026, 23:59   | 0       |
        | Saturday 12 December 2026, 00:00 | 1       |
        | Sunday 12 December 2027, 12:00   | 1       |
