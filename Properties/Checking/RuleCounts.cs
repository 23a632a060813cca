using Verify.Abi;
using Verify.Model.Verdicts;

namespace Verify.Properties.Checking;

/// <summary>
/// What a run has covered: how often each rule of the specification was used, and each error of each call seen. Each
/// thread counts for itself; counts are merged afterwards.
/// </summary>
public sealed class RuleCounts
{
    private const int Errors = 128;

    private readonly long[] _rules = new long[RuleCatalogue.All.Count];
    private readonly long[] _errors = new long[CallKinds.All.Count * Errors];

    /// <summary>Calls made, those that ended with a finding included.</summary>
    public long Calls { get; private set; }

    /// <summary>How many different rules were used.</summary>
    public int RulesCovered => _rules.Count(count => count > 0);

    /// <summary>How often a rule was used.</summary>
    public long Of(Rule rule) => _rules[rule.Number];

    /// <summary>How often a call of a kind ended with an error; <see cref="Errno.None"/> for success.</summary>
    /// <param name="kind">The kind's number in <see cref="CallKinds"/>.</param>
    /// <param name="error">The error.</param>
    public long Of(int kind, Errno error) => _errors[kind * Errors + (int)error];

    /// <summary>Counts a call that is about to be made.</summary>
    public void Start() => Calls++;

    /// <summary>Counts what a call covered.</summary>
    public void Add(Call call, Errno error, RuleSet rules)
    {
        _errors[CallKinds.IndexOf(call) * Errors + (int)error]++;
        foreach (Rule rule in rules)
        {
            _rules[rule.Number]++;
        }
    }

    /// <summary>Adds another's counts.</summary>
    public void Add(RuleCounts other)
    {
        Calls += other.Calls;
        Add(_rules, other._rules);
        Add(_errors, other._errors);
    }

    private static void Add(long[] counts, long[] more)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] += more[i];
        }
    }
}
