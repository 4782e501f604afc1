Feature: Trust
  What trust rests on, by length and depth of the relationship.
  Rules: rules/1-classify/trust.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: A year and five purchase days make us known

    Scenario Outline: Every <days> days since <since>
      Given Anna ordered every <days> days from <since> to 1 March 2026
      Then Anna's trust is <trust>

      Examples:
        | days | since        | trust     |
        | 91   | 1 March 2025 | knowledge |
        | 91   | 2 March 2025 | calculus  |
        | 100  | 1 March 2025 | calculus  |

  Rule: Two years, ten purchase days and three product lines make it one cause

    Scenario Outline: Every <days> days since <since>, garden and <line> too
      Given Anna has bought from the product lines "Garden" and "<line>"
      And Anna ordered every <days> days from <since> to 1 March 2026
      Then Anna's trust is <trust>, because "<because>"

      Examples:
        | days | since        | line      | trust          | because                                     |
        | 90   | 1 March 2024 | Jewellery | identification | two years, 10 purchase days, 3 product lines |
        | 90   | 2 March 2024 | Jewellery | knowledge      | a year, 10 purchase days                    |
        | 100  | 1 March 2024 | Jewellery | knowledge      | a year, 9 purchase days                     |
        | 90   | 1 March 2024 | Garden    | knowledge      | a year, 10 purchase days                    |

  Rule: Unknown before the first purchase

    Scenario: Only asked a question
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna's trust is unknown

  Rule: Surveys show it in goodwill, integrity and ability

    Scenario: Asked about integrity
      Given Anna answered on 1 February 2026: "integrity" 75 %
      When Anna is looked at again
      Then Anna's integrity in % is 75
      And Anna's goodwill in % is unknown
