Feature: Care plan
  Which contacts happen, when, by whom: by relationship type.
  Rules: rules/4-care/care-plan.csv

  Rule: Each relationship type has its plan

    Scenario Outline: A line of <owners> of 1,000 customers at <margin>
      Given Anna is a silver customer
      And <owners> customers own the product line "Candles", at a margin of <margin>
      And Anna has bought 3 times from the product line "Candles"
      When Anna is looked at again
      Then Anna's care plan is <plan>, because "<because>"

      Examples:
        | owners | margin | plan       | because                                       |
        | 300    | 14.9 % | none       | sells and leaves it there                     |
        | 300    | 15 %   | on-request | asks to call with any problem; service answers |
        | 299    | 15 %   | after-sale | service calls five days after each delivery   |
        | 299    | 35 %   | regular    | as accountable; and sales calls with improvements and news after 90 days without contact |

    Scenario: A gold customer of a line of few
      Given Anna is a gold customer
      And 49 customers own the product line "Candles", at a margin of 35 %
      And Anna has bought 3 times from the product line "Candles"
      When Anna is looked at again
      Then Anna's care plan is joint, because "as proactive; and sales plans the coming month together with him"

  Rule: Without a relationship there is no plan

    Scenario: Bought nothing yet
      When Anna is looked at again
      Then Anna's care plan is unknown
