Feature: Account size
  Which accounts carry the business: by tier, and by the profit that an account and the larger ones bring together.
  Rules: rules/2-relate/account-size.csv

  Rule: Vip are gold and above, major silver and above, small the last twentieth of the profit

    Scenario Outline: Rank <rank> of 1,000
      Given there are 1,000 customers
      And Li Lei has bought 3 times from the product line "Candles"
      And Li Lei ranks <rank> by current value
      When Li Lei is looked at again
      Then Li Lei's account size is <size>

      Examples:
        | rank  | size     |
        | 50th  | vip      |
        | 51st  | major    |
        | 200th | major    |
        | 201st | ordinary |
        | 776th | ordinary |
        | 777th | small    |

  Rule: Vip bring half of the profit together, major four fifths

    Scenario Outline: One customer alone brings <share>, and Li Lei ranks <rank>
      Given one customer alone brings <share> of the profit
      And Li Lei has bought 3 times from the product line "Candles"
      And Li Lei ranks <rank> by current value
      When Li Lei is looked at again
      Then Li Lei's account size is <size>, because "<because>"

      Examples:
        | share | rank | size     | because                                                       |
        | 50 %  | 1st  | vip      | diamond, one of the few who bring half of the profit          |
        | 50 %  | 2nd  | major    | diamond, among those who bring four fifths of the profit      |
        | 80 %  | 1st  | major    | diamond, among those who bring four fifths of the profit      |
        | 80 %  | 2nd  | ordinary | up to him 80.04 % of the profit                               |

  Rule: Nobody is vip before the third purchase day

    Scenario Outline: Rank 1st of 1,000, bought <times> times
      Given there are 1,000 customers
      And Li Lei has bought <times> times from the product line "Candles"
      And Li Lei ranks 1st by current value
      When Li Lei is looked at again
      Then Li Lei's account size is <size>

      Examples:
        | times | size  |
        | 2     | major |
        | 3     | vip   |

  Rule: Unknown below 100 customers

    Scenario: Ninety-nine customers
      Given there are 99 customers
      And Li Lei ranks 1st by current value
      When Li Lei is looked at again
      Then Li Lei's account size is unknown
