Feature: Perceived value
  What a customer gets, less what it costs him in money, time and effort: as he says it.
  Rules: rules/1-classify/perceived-value.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Twenty points above is good, twenty points below is poor

    Scenario Outline: Benefit <benefit>, price <price>, effort <effort>
      Given Anna answered on 1 February 2026: benefit <benefit>, price <price>, effort <effort>
      Then Anna's perceived value is <value>, because "<because>"

      Examples:
        | benefit | price | effort | value | because                                          |
        | 70 %    | 60 %  | 40 %   | good  | what he gets outweighs what it costs him (20)    |
        | 70 %    | 62 %  | 40 %   | fair  | what he gets is near what it costs him (19)      |
        | 30 %    | 60 %  | 40 %   | fair  | what he gets is near what it costs him (-20)     |
        | 30 %    | 62 %  | 40 %   | poor  | what it costs him outweighs what he gets (-21)   |

  Rule: Unknown without answers about all three

    Scenario: Only the benefit was asked
      Given Anna answered on 1 February 2026: "benefit" 90 %
      Then Anna's perceived value is unknown
