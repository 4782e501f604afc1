Feature: Relationship quality
  Trust, commitment, dependence and satisfaction, and their mean.
  Rules: rules/2-relate/relationship-quality.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London
    And 200 customers own the product line "Candles and lights", at a margin of 30 %

  Rule: Strong from 70 %

    Scenario Outline: Bought every month of a year, rated us <score>
      Given Anna ordered every 30 days from 6 March 2025 to 1 March 2026
      And Anna rated us <score> on 1 February 2026
      Then Anna's relationship quality is <quality>, because "<because>"

      Examples:
        | score | quality | because                                                             |
        | 50 %  | strong  | trust 30, commitment 100 %, dependence 100 %, satisfaction 50 %     |
        | 49 %  | fair    | trust 30, commitment 100 %, dependence 100 %, satisfaction 49 %     |

  Rule: Weak below 40 %

    Scenario Outline: Bought once, one line of three, rated us <score>
      Given 2 other product lines are sold
      And Anna ordered on 1 February 2026
      And Anna rated us <score> on 1 February 2026
      Then Anna's relationship quality is <quality>

      Examples:
        | score | quality |
        | 89 %  | fair    |
        | 88 %  | weak    |

  Rule: Unknown while one of the four is

    Scenario: Nobody asked whether she is satisfied
      Given Anna ordered on 1 February 2026
      Then Anna's relationship quality is unknown
