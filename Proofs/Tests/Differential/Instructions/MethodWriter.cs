using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Differential.Instructions;

/// <summary>Writes a method that pushes operands from its inputs, and returns the result of an instruction.</summary>
internal sealed class MethodWriter
{
    private readonly InstructionTypes _types;
    private readonly ILProcessor _il;

    public MethodWriter(InstructionTypes types, string name)
    {
        _types = types;
        Method = new MethodDefinition(
            name, MethodAttributes.Public | MethodAttributes.Static, types.Module.TypeSystem.Int64);
        _il = Method.Body.GetILProcessor();
        Method.Body.InitLocals = true;
        Objects = [Local(types.Class), Local(types.Class)];
        Integers = [Local(types.Module.TypeSystem.Int32), Local(types.Module.TypeSystem.Int32)];
        foreach (VariableDefinition local in Objects)
        {
            Emit(OpCodes.Newobj, types.Constructor);
            Emit(OpCodes.Stloc, local);
        }
    }

    public MethodDefinition Method { get; }

    /// <summary>The two objects that an operand may refer to.</summary>
    public VariableDefinition[] Objects { get; }

    /// <summary>The two locations that an operand may refer to.</summary>
    public VariableDefinition[] Integers { get; }

    public void Emit(OpCode code) => _il.Emit(code);

    public void Emit(OpCode code, TypeReference type) => _il.Emit(code, type);

    public void Emit(OpCode code, MethodReference method) => _il.Emit(code, method);

    public void Emit(OpCode code, FieldReference field) => _il.Emit(code, field);

    public void Emit(OpCode code, VariableDefinition local) => _il.Emit(code, local);

    public void Emit(OpCode code, ParameterDefinition parameter) => _il.Emit(code, parameter);

    public void Emit(OpCode code, int value) => _il.Emit(code, value);

    public void Emit(OpCode code, Instruction target) => _il.Emit(code, target);

    public void Emit(OpCode code, Instruction[] targets) => _il.Emit(code, targets);

    public void Mark(Instruction label) => _il.Append(label);

    public static Instruction Label() => Instruction.Create(OpCodes.Nop);

    public VariableDefinition Local(TypeReference type)
    {
        var local = new VariableDefinition(type);
        Method.Body.Variables.Add(local);
        return local;
    }

    public ParameterDefinition Input(TypeReference type)
    {
        var input = new ParameterDefinition($"p{Method.Parameters.Count}", ParameterAttributes.None, type);
        Method.Parameters.Add(input);
        return input;
    }

    /// <summary>Pushes an operand of a kind, from inputs.</summary>
    public void Push(OperandKind kind)
    {
        TypeSystem simple = _types.Module.TypeSystem;
        switch (kind)
        {
            case OperandKind.Int32:
                Emit(OpCodes.Ldarg, Input(simple.Int32));
                break;
            case OperandKind.Int64:
                Emit(OpCodes.Ldarg, Input(simple.Int64));
                break;
            case OperandKind.Native:
                Emit(OpCodes.Ldarg, Input(simple.Int64));
                Emit(OpCodes.Conv_I);
                break;
            case OperandKind.Struct:
                Emit(OpCodes.Ldarg, Input(_types.Struct));
                break;
            case OperandKind.Null:
                Emit(OpCodes.Ldnull);
                break;
            case OperandKind.Reference:
                Either(() => Emit(OpCodes.Ldloca, Integers[0]), () => Emit(OpCodes.Ldloca, Integers[1]));
                break;
            default:
                Either(
                    () => Emit(OpCodes.Ldnull),
                    () => Either(() => Emit(OpCodes.Ldloc, Objects[0]), () => Emit(OpCodes.Ldloc, Objects[1])));
                break;
        }
    }

    /// <summary>Converts the top of the stack to a number that identifies it, and returns that.</summary>
    public void Return(OperandKind kind)
    {
        switch (kind)
        {
            case OperandKind.Struct:
                VariableDefinition whole = Local(_types.Struct);
                Emit(OpCodes.Stloc, whole);
                Emit(OpCodes.Ldloc, whole);
                Emit(OpCodes.Ldfld, _types.FirstOfStruct);
                Emit(OpCodes.Conv_I8);
                Emit(OpCodes.Ldloc, whole);
                Emit(OpCodes.Ldfld, _types.SecondOfStruct);
                Emit(OpCodes.Conv_I8);
                Emit(OpCodes.Xor);
                break;
            case OperandKind.Object or OperandKind.Null:
                Which(Local(_types.Module.TypeSystem.Object), OpCodes.Ldloc, Objects);
                break;
            case OperandKind.Reference:
                Which(Local(new ByReferenceType(_types.Module.TypeSystem.Int32)), OpCodes.Ldloca, Integers);
                break;
            default:
                Emit(OpCodes.Conv_I8);
                break;
        }

        Emit(OpCodes.Ret);
    }

    /// <summary>Writes a branch on an input.</summary>
    public void Either(Action first, Action second)
    {
        Instruction other = Label();
        Instruction end = Label();
        Emit(OpCodes.Ldarg, Input(_types.Module.TypeSystem.Boolean));
        Emit(OpCodes.Brtrue, other);
        first();
        Emit(OpCodes.Br, end);
        Mark(other);
        second();
        Mark(end);
    }

    /// <summary>Makes a finally block of the code from handler to end, for the code from start to handler.</summary>
    public void AddFinally(Instruction start, Instruction handler, Instruction end) =>
        Method.Body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = start,
            TryEnd = handler,
            HandlerStart = handler,
            HandlerEnd = end,
        });

    private void Which(VariableDefinition result, OpCode load, VariableDefinition[] known)
    {
        Emit(OpCodes.Stloc, result);
        Emit(OpCodes.Ldloc, result);
        Emit(load, known[0]);
        Emit(OpCodes.Ceq);
        Emit(OpCodes.Ldloc, result);
        Emit(load, known[1]);
        Emit(OpCodes.Ceq);
        Emit(OpCodes.Ldc_I4_2);
        Emit(OpCodes.Mul);
        Emit(OpCodes.Add);
        Emit(OpCodes.Conv_I8);
    }
}
