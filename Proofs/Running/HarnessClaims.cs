using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic;
using Verify.Proofs.Symbolic.Calls;

namespace Verify.Proofs.Running;

/// <summary>
/// The calls through which a harness can reach its claims: calls of <see cref="Proof.Assert"/> and
/// <see cref="Proof.Cover"/>, and of methods that lead to an assertion, in the harness and in all methods of its
/// assembly that it can call. Each call must be reached, from whichever caller: a method that several harnesses share
/// should not assert what only some of them can reach.
/// </summary>
internal sealed class HarnessClaims
{
    private readonly List<(CodeLocation Site, MethodReference Called)> _calls = [];
    private readonly HashSet<MethodDefinition> _asserting = [];
    private readonly CodeReads _reads;
    private readonly ModuleDefinition _module;

    /// <param name="harness">The harness.</param>
    /// <param name="reads">Records each method whose calls are examined.</param>
    public HarnessClaims(MethodDefinition harness, CodeReads reads)
    {
        _reads = reads;
        _module = harness.Module;
        var seen = new HashSet<MethodDefinition> { harness };
        var open = new Queue<MethodDefinition>([harness]);
        while (open.TryDequeue(out MethodDefinition? method))
        {
            foreach (MethodDefinition called in CallsIn(method).Select(InSameAssembly).OfType<MethodDefinition>())
            {
                if (seen.Add(called))
                {
                    open.Enqueue(called);
                }
            }
        }

        bool grows;
        do
        {
            var before = _asserting.Count;
            _asserting.UnionWith(
                [.. _calls.Where(call => LeadsToAssertion(call.Called)).Select(call => call.Site.Method)]);
            grows = _asserting.Count > before;
        }
        while (grows);
    }

    /// <summary>The first claim that no path has reached, in one line; null if all were reached.</summary>
    public string? Missing(Exploration exploration)
    {
        foreach ((CodeLocation site, MethodReference called) in _calls)
        {
            if (Is(called, nameof(Proof.Cover)) && !exploration.Covered.Contains(site.Instruction))
            {
                return $"never holds: {ClaimAt(site)} ({site})";
            }

            if (LeadsToAssertion(called) && IsCall(site) && !exploration.Reached.Contains(site.Instruction))
            {
                return Is(called, nameof(Proof.Assert))
                    ? $"the assertion in {site} is never reached: {ClaimAt(site)}"
                    : $"the call of {called.Name} in {site} never leads to an assertion";
            }
        }

        return null;
    }

    // The method of a delegate is called elsewhere.
    private static bool IsCall(CodeLocation site) => site.Instruction.OpCode.FlowControl == FlowControl.Call;

    // The claim is the last argument, which the compiler fills in.
    private static string ClaimAt(CodeLocation site) =>
        OneLine.Of(site.Instruction.Previous.Operand as string ?? "a claim that is not a literal");

    private static bool Is(MethodReference called, string name) =>
        called.Name == name && called.DeclaringType.FullName == HarnessCalls.Owner;

    private bool LeadsToAssertion(MethodReference called) => Is(called, nameof(Proof.Assert))
        || (InSameAssembly(called) is { } method && _asserting.Contains(method));

    private IEnumerable<MethodReference> CallsIn(MethodDefinition method)
    {
        foreach (Instruction instruction in method.HasBody ? _reads.BodyOf(method).Instructions : [])
        {
            if (instruction.Operand is MethodReference called)
            {
                _calls.Add((new CodeLocation(method, instruction), called));
                yield return called;
            }
        }
    }

    private MethodDefinition? InSameAssembly(MethodReference called) =>
        called.DeclaringType.GetElementType().Scope == _module && called.DeclaringType.FullName != HarnessCalls.Owner
            ? called.Resolve()
            : null;
}
