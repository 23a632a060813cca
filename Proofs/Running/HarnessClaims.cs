using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic;
using Verify.Proofs.Symbolic.Calls;

namespace Verify.Proofs.Running;

/// <summary>
/// The calls by which a harness can come to its claims: those of <see cref="Proof.Assert"/> and
/// <see cref="Proof.Cover"/>, and of methods that lead to an assertion, in the harness and in all of its assembly that
/// it can call. Each stands for itself, wherever its method was called from: a method that several harnesses share
/// should not assert what only some of them can reach.
/// </summary>
internal sealed class HarnessClaims
{
    private readonly List<(CodeLocation Site, MethodReference Called)> _calls = [];
    private readonly HashSet<MethodDefinition> _asserting = [];
    private readonly CodeReads _reads;
    private readonly ModuleDefinition _module;

    /// <param name="harness">The harness.</param>
    /// <param name="reads">Told of each method whose calls are looked at.</param>
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

    /// <summary>What of it no path has reached, in a line; null where nothing is left.</summary>
    public string? Missing(Exploration exploration)
    {
        foreach ((CodeLocation site, MethodReference called) in _calls)
        {
            if (Is(called, nameof(Proof.Cover)) && !exploration.Covered.Contains(site.Instruction))
            {
                return $"never so: {ClaimAt(site)} ({site})";
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

    // What a delegate is made of is called elsewhere.
    private static bool IsCall(CodeLocation site) => site.Instruction.OpCode.FlowControl == FlowControl.Call;

    // The last argument, which the compiler fills in.
    private static string ClaimAt(CodeLocation site) =>
        OneLine.Of(site.Instruction.Previous.Operand as string ?? "a claim in other words");

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
