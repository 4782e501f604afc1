Feature: Message focus
  What to talk about with whom in an organisation.
  Rules: rules/2-relate/message-focus.csv

  Rule: Each role of the people who decide together asks for something else

    Scenario Outline: A contact in the role <role>
      Given Anna is a contact of "account:acme" in the role "<role>"
      Then Anna's message focus is <focus>, because "<because>"

      Examples:
        | role           | focus  | because                                |
        | decision-maker | result | decides: wants to know what comes of it |
        | buyer          | terms  | buys: wants to know price and terms    |
        | influencer     | proof  | advises: wants to see it proven        |
        | user           | use    | works with it: wants to know how       |

    Scenario: Uses it and decides
      Given Anna is a contact of "account:acme" in the role "user"
      And Anna is a contact of "account:globex" in the role "decision-maker"
      Then Anna's message focus is result

  Rule: Unknown without a role

    Scenario: Left the organisation
      Given Anna is a contact of "account:acme" in the role "buyer"
      When Anna is no longer a contact of "account:acme"
      Then Anna's message focus is unknown

  Rule: An organisation knows its contacts, a group its members, a patient the family

    Scenario: Two contacts, one of them decides
      Given Acme has the contact "email:anna@acme.example" in the role "decision-maker"
      And Acme has the contact "email:ben@acme.example" in the role "user"
      When Acme is looked at again
      Then Acme's number of contacts is 2
      And Acme's number of decision-makers known is 1

    Scenario: A carer
      Given Anna is linked with "email:mei@example.org" as "carer"
      When Anna is looked at again
      Then Anna's number of carers is 1
      And Anna's number of family members is 0
