Feature: Message appeal
  What moves a person to buy: what a message to this contact speaks to.
  Rules: rules/2-relate/message-appeal.csv

  Rule: Each motive has its appeal

    Scenario Outline: A buyer with a <motive> motive
      Given Anna is a contact of "account:acme" in the role "buyer", with the motive "<motive>"
      Then Anna's message appeal is <appeal>, because "<because>"
      And Anna's message focus is terms

      Examples:
        | motive        | appeal   | because                                |
        | physiological | benefit  | needs it: show what it does            |
        | psychological | feeling  | wants it: show how it feels            |
        | social        | standing | is seen with it: show who else has it  |

  Rule: Unknown without a motive

    Scenario: Only the role is known
      Given Anna is a contact of "account:acme" in the role "buyer"
      Then Anna's message appeal is unknown
