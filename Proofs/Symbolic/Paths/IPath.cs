using Mono.Cecil.Cil;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>Decides which way one run of the code under proof goes. Conditions are one bit wide.</summary>
internal interface IPath
{
    /// <summary>Whether this run goes on with the condition or with its opposite.</summary>
    bool Decide(Term condition);

    /// <summary>Whether some input that leads here satisfies the condition, as far as is known.</summary>
    bool CanHold(Term condition);

    /// <summary>Goes on with the condition only.</summary>
    /// <exception cref="AssumptionException">It cannot hold here.</exception>
    void Assume(Term condition);

    /// <summary>Requires the condition of every input that leads here.</summary>
    /// <exception cref="AssertionException">It does not hold for all of them.</exception>
    void Assert(Term condition, string claim);

    /// <summary>An assertion is reached by way of these calls, its own among them.</summary>
    void Reach(IEnumerable<Instruction> calls);

    /// <summary>Asks whether some input that leads here, and to the end, satisfies the condition.</summary>
    void Cover(Term condition, Instruction call);

    /// <summary>Where this run repeats another: what that one noted here.</summary>
    bool TryRecall(out object? note);

    /// <summary>Keeps a note for the runs that repeat this one, of what was found out but not decided.</summary>
    void Note(object? note);
}
