Feature: Cost to serve
  What the contacts with a customer cost: messages, calls, visits and complaints.
  Rules: rules/1-classify/cost-to-serve.csv

  Rule: A message costs 1, a call 30

    Scenario: Two messages and one call within a year
      Given Li Lei wrote to us 2 times in the last year
      And Li Lei called us 1 time in the last year
      When Li Lei is looked at again
      Then Li Lei's cost to serve in the last 365 days is 32

    Scenario: Nothing came in, nothing went out
      When Li Lei is looked at again
      Then Li Lei's cost to serve in the last 365 days is 0

  Rule: Historical value is the margin to date less the cost to serve

    Scenario: 500 earned, 32 spent on contacts
      Given Li Lei earned us 300 EUR within the last year
      And Li Lei earned us 200 EUR before that
      And Li Lei called us 1 time in the last year
      When Li Lei is looked at again
      Then Li Lei's historical value is 470
