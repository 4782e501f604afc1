Feature: Lead grade
  Whether somebody has the money, the authority and the need to buy: MAN.
  Rules: rules/1-classify/lead-grade.csv

  Rule: All three are hot, two are nurtured, one stays in contact

    Scenario Outline: Money <money>, authority <authority>, need <need>
      Given Li Lei has the trait "money": "<money>"
      And Li Lei has the trait "authority": "<authority>"
      And Li Lei has the trait "need": "<need>"
      Then Li Lei's lead grade is <grade>, because "<because>"

      Examples:
        | money | authority | need | grade   | because                               |
        | yes   | yes       | yes  | hot     | money, authority and need             |
        | yes   | yes       | no   | nurture | money and authority, no need yet      |
        | yes   | no        | yes  | nurture | money and need, somebody else decides |
        | no    | yes       | yes  | nurture | authority and need, no money yet      |
        | yes   | no        | no   | contact | money only                            |
        | no    | yes       | no   | contact | authority only                        |
        | no    | no        | yes  | contact | need only                             |
        | no    | no        | no   | none    | neither money, authority nor need     |

  Rule: Unknown while one of the three is

    Scenario: Nobody has asked whether he may decide
      Given Li Lei has the trait "money": "yes"
      And Li Lei has the trait "need": "yes"
      Then Li Lei's lead grade is unknown
