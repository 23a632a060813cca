using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>call, callvirt, ret. Virtual dispatch on known receivers would go here.</summary>
internal static class Calls
{
    // Where the class library's throw helpers get their messages from: what they say makes no difference.
    private const string LibraryTexts = "System.SR";

    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Call] = static (run, frame, at) => Call(run, frame, CallResolution.Resolve((MethodReference)at.Operand)),
        [Code.Callvirt] = static (run, frame, at) => CallVirtual(run, frame, (MethodReference)at.Operand),
        [Code.Ret] = static (run, frame, _) => Return(run, frame),
    };

    /// <summary>A call's arguments in memory form, first one first, "this" included.</summary>
    public static Value[] PopArguments(Interpreter run, Frame frame, MethodDefinition method)
    {
        var arguments = new Value[method.Parameters.Count + (method.HasThis ? 1 : 0)];
        for (var i = arguments.Length - 1; i >= 0; i--)
        {
            arguments[i] = run.ArgumentLayout(method, i).Store(run.Terms, frame.Pop());
        }

        return arguments;
    }

    private static void Call(Interpreter run, Frame frame, MethodDefinition method)
    {
        Value[] arguments = PopArguments(run, frame, method);
        if (method.DeclaringType.FullName == LibraryTexts)
        {
            frame.Push(new Opaque("System.String"));
        }
        else if (!HarnessCalls.TryCall(run, method, arguments)
            && (run.TryMerge(method, arguments) ?? run.Call(method, arguments)) is { } result)
        {
            frame.Push(run.Layouts.Of(method.ReturnType).Load(run.Terms, result));
        }
    }

    private static void CallVirtual(Interpreter run, Frame frame, MethodReference reference)
    {
        MethodDefinition method = CallResolution.Resolve(reference);
        if (method.IsVirtual)
        {
            throw new UnsupportedCodeException($"virtual call of {method.FullName}");
        }

        Call(run, frame, method);
    }

    private static void Return(Interpreter run, Frame frame) =>
        frame.Return(frame.Method.ReturnType.MetadataType == MetadataType.Void
            ? null
            : run.Layouts.Of(frame.Method.ReturnType).Store(run.Terms, frame.Pop()));
}
