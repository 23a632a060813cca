using System.Collections.Immutable;

namespace Verify.Model.Judging;

/// <summary>One call, made in every state that is possible.</summary>
/// <param name="Fits">The continuations whose outcome has everything that is stated, one for each state after
/// it.</param>
/// <param name="Others">The continuations whose outcome has not.</param>
internal sealed record Advance(ImmutableArray<Branch> Fits, ImmutableArray<Branch> Others)
{
    /// <summary>Makes the call in each state, until there are more states after it than are followed.</summary>
    public static Advance Of(
        Continuations continuations, IEnumerable<Possibility> possible, Call call, Statement stated, Freedoms open)
    {
        var all = new Builder();
        foreach (Possibility before in possible)
        {
            all.Add(Split(continuations, before, call, stated, open));
            if (all.IsFull)
            {
                break;
            }
        }

        return all.Build();
    }

    /// <summary>
    /// Makes the call in one state. If it names a port that an unknown one may be, these are different cases; they stay
    /// together if the call does not distinguish them.
    /// </summary>
    private static Advance Split(
        Continuations continuations, Possibility before, Call call, Statement stated, Freedoms open)
    {
        var all = new Builder();
        ushort port = NamedPort.Of(call);
        foreach (UnknownPort unknown in before.Ports)
        {
            if (port == 0 || !before.MayBe(unknown, port))
            {
                continue;
            }

            Advance same = Make(continuations, before.With(unknown, port), call, stated, open);
            Possibility without = before.Without(unknown, port);
            Advance other = Make(continuations, without, call, stated, open);
            if (!IsSame(same, other, unknown, port))
            {
                all.Add(same);
                before = without;
            }
        }

        all.Add(Make(continuations, before, call, stated, open));
        return all.Build();
    }

    private static Advance Make(
        Continuations continuations, Possibility before, Call call, Statement stated, Freedoms open)
    {
        var all = new Builder();
        foreach (Branch branch in continuations.Of(before, call, stated, open))
        {
            Possibility? after = branch.Unknown is null
                ? StatementMatch.Of(stated, branch.Outcome, branch.After)
                : branch.After;
            all.Add(after is null ? branch : branch with { After = after.WithoutGone() }, fits: after is not null);
            if (all.IsFull)
            {
                break;
            }
        }

        return all.Build();
    }

    /// <summary>True if the case in which the port is known differs from the other in nothing but the port.</summary>
    private static bool IsSame(Advance known, Advance other, UnknownPort unknown, ushort port) =>
        known.Fits.Select(branch => branch.After.Digest).ToHashSet().SetEquals(
            other.Fits.Select(branch => branch.After.With(unknown, port).Digest));

    /// <summary>Collects continuations, and of those that fit, one for each state.</summary>
    private sealed class Builder
    {
        private readonly HashSet<UInt128> _digests = [];
        private readonly ImmutableArray<Branch>.Builder _fits = ImmutableArray.CreateBuilder<Branch>();
        private readonly ImmutableArray<Branch>.Builder _others = ImmutableArray.CreateBuilder<Branch>();

        /// <summary>True if there are more states than are followed.</summary>
        public bool IsFull => _fits.Count > Judge.MostStates;

        public void Add(Branch branch, bool fits)
        {
            if (!fits)
            {
                _others.Add(branch);
            }
            else if (_digests.Add(branch.After.Digest))
            {
                _fits.Add(branch);
            }
        }

        public void Add(Advance part)
        {
            foreach (Branch branch in part.Fits)
            {
                Add(branch, fits: true);
            }

            _others.AddRange(part.Others);
        }

        public Advance Build() => new(_fits.ToImmutable(), _others.ToImmutable());
    }
}
