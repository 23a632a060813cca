using Verify.Abi;
using Verify.Model.Verdicts;

namespace Verify.Properties.Checking;

/// <summary>
/// The coverage of a run: how often each rule of the specification applied, and how often each kind of call returned
/// each error. Each thread has its own counts, which are merged later.
/// </summary>
public sealed class RuleCounts
{
    private const int Errors = 128;

    private readonly long[] _rules = new long[RuleCatalogue.All.Count];
    private readonly long[] _errors = new long[CallKinds.All.Count * Errors];

    /// <summary>Calls made, with those that led to a finding.</summary>
    public long Calls { get; private set; }

    /// <summary>The number of different rules that applied.</summary>
    public int RulesCovered => _rules.Count(count => count > 0);

    /// <summary>How often a rule applied.</summary>
    public long Of(Rule rule) => _rules[rule.Number];

    /// <summary>How often a kind of call returned an error; <see cref="Errno.None"/> for success.</summary>
    /// <param name="kind">The kind's number in <see cref="CallKinds"/>.</param>
    /// <param name="error">The error.</param>
    public long Of(int kind, Errno error) => _errors[IndexOf(kind, error)];

    /// <summary>Counts a call, before it is made.</summary>
    public void Start() => Calls++;

    /// <summary>Counts the error and the rules of a call.</summary>
    public void Add(Call call, Errno error, in RuleSet rules)
    {
        _errors[IndexOf(CallKinds.IndexOf(call), error)]++;
        foreach (Rule rule in rules)
        {
            _rules[rule.Number]++;
        }
    }

    /// <summary>Adds other counts to these.</summary>
    public void Add(RuleCounts other)
    {
        Calls += other.Calls;
        Add(_rules, other._rules);
        Add(_errors, other._errors);
    }

    /// <summary>Errors that have no place of their own share the last one.</summary>
    private static int IndexOf(int kind, Errno error) => kind * Errors + (int)Math.Min((uint)error, Errors - 1);

    private static void Add(long[] counts, long[] more)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] += more[i];
        }
    }
}
