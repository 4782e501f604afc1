Feature: Bonding strategy
  Clasp, zipper or velcro, by who adapts to whom.
  Rules: rules/2-relate/bonding-strategy.csv

  Rule: Both adapt: zipper; only we: velcro; not we: clasp

    Scenario Outline: We adapt: <we>, the customer adapts: <customer>
      Given Acme has the trait "we adapt": "<we>"
      And Acme has the trait "customer adapts": "<customer>"
      Then Acme's bonding strategy is <strategy>, because "<because>"

      Examples:
        | we  | customer | strategy | because                  |
        | yes | yes      | zipper   | both adapt to each other |
        | yes | no       | velcro   | we adapt to him          |
        | no  | yes      | clasp    | we stay as we are        |
        | no  | no       | clasp    | we stay as we are        |

  Rule: Unknown until both are told

    Scenario: Nobody has told whether the customer adapts
      Given Acme has the trait "we adapt": "yes"
      Then Acme's bonding strategy is unknown
