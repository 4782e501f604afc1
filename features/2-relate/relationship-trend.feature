Feature: Relationship quality trend
  The last half year against the half year before.
  Rules: rules/2-relate/relationship-trend.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Five points of quality are felt

    Scenario Outline: Bought every month, satisfaction from 50 % to <now>
      Given Anna ordered every 30 days from 6 March 2025 to 1 March 2026
      And Anna rated us 50 % on 1 May 2025
      And Anna rated us <now> on 1 February 2026
      Then Anna's relationship quality trend is <trend>, because "<because>"

      Examples:
        | now  | trend   | because                        |
        | 30 % | falling | -5 points                      |
        | 31 % | steady  | much as before (-4.75 points)  |
        | 69 % | steady  | much as before (4.75 points)   |
        | 70 % | rising  | 5 points more                  |

  Rule: Unknown without opinions in both half years

    Scenario: Nobody asked
      Given Anna ordered every 30 days from 6 March 2025 to 1 March 2026
      Then Anna's relationship quality trend is unknown
