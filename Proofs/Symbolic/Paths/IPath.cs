using Mono.Cecil.Cil;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>Decides which way one run of the code under proof goes. Conditions are one bit wide.</summary>
internal interface IPath
{
    /// <summary>Called before each instruction to which the run can return.</summary>
    void Begin(IResumable run)
    {
    }

    /// <summary>Decides whether this run continues with the condition or with its negation.</summary>
    bool Decide(Term condition);

    /// <summary>True if some input on this path may satisfy the condition.</summary>
    bool CanHold(Term condition);

    /// <summary>Restricts the path to inputs that satisfy the condition.</summary>
    /// <exception cref="AssumptionException">No input on this path satisfies it.</exception>
    void Assume(Term condition);

    /// <summary>Requires the condition for every input on this path.</summary>
    /// <exception cref="AssertionException">Some input violates it.</exception>
    void Assert(Term condition, string claim);

    /// <summary>Records that an assertion was reached through these calls, including its own.</summary>
    void Reach(IEnumerable<Instruction> calls);

    /// <summary>Asks whether some input that takes this path to its end satisfies the condition here.</summary>
    void Cover(Term condition, Instruction call);

    /// <summary>If an instruction is repeated, gets the note that was left here before.</summary>
    bool TryRecall(out object? note);

    /// <summary>Leaves a note, which is not a decision, for the case that the instruction is repeated.</summary>
    void Note(object? note);
}
