using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>
/// The only path of a type's initializer. All values are known, and there are no inputs to make claims about.
/// </summary>
internal sealed class InitializerPath : IPath
{
    public static readonly InitializerPath Instance = new();

    private readonly ConcretePath _path = new();

    private InitializerPath()
    {
    }

    public bool Decide(Term condition) => _path.Decide(condition);

    public bool CanHold(Term condition) => _path.CanHold(condition);

    public void Assume(Term condition) => throw Claimed();

    public void Assert(Term condition, string claim) => throw Claimed();

    public void Reach(IEnumerable<Instruction> calls) => throw Claimed();

    public void Cover(Term condition, Instruction call) => throw Claimed();

    public bool TryRecall(out object? note) => _path.TryRecall(out note);

    public void Note(object? note) => _path.Note(note);

    private static UnsupportedCodeException Claimed() => new("a claim in a type's initializer");
}
