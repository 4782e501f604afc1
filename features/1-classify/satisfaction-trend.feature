Feature: Satisfaction trend
  The last half year against the half year before.
  Rules: rules/1-classify/satisfaction-trend.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Ten points down is a fall, ten points up a rise

    Scenario Outline: From 50 % to <now>
      Given Anna rated us 50 % on 1 May 2025
      And Anna rated us <now> on 1 February 2026
      Then Anna's satisfaction trend is <trend>, because "<because>"

      Examples:
        | now  | trend   | because                     |
        | 40 % | falling | -10 points                  |
        | 41 % | steady  | much as before (-9 points)  |
        | 59 % | steady  | much as before (9 points)   |
        | 60 % | rising  | 10 points more              |

  Rule: Unknown without opinions in both half years

    Scenario: Asked only once
      Given Anna rated us 50 % on 1 February 2026
      Then Anna's satisfaction trend is unknown
