using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Verify.Proofs.CompiledCode;
using FieldAttributes = Mono.Cecil.FieldAttributes;
using MethodAttributes = Mono.Cecil.MethodAttributes;
using MethodBody = Mono.Cecil.Cil.MethodBody;
using TypeAttributes = Mono.Cecil.TypeAttributes;

namespace Verify.Proofs.Tests.Caching;

/// <summary>
/// An assembly rewritten to record which code runs, by <see cref="CodeName"/>: each method that is entered, and each
/// type that an executed instruction refers to, directly or through a member. A static field includes the initializer
/// of its type, which may have run before.
/// </summary>
internal sealed class TracedAssembly
{
    private const string LogName = "Trace";

    private readonly Dictionary<string, int> _marks = [];
    private readonly FieldDefinition _log;

    /// <param name="assembly">The assembly, which is changed.</param>
    public TracedAssembly(AssemblyDefinition assembly)
    {
        ModuleDefinition module = assembly.MainModule;
        _log = new FieldDefinition(
            "Marks", FieldAttributes.Public | FieldAttributes.Static, new ArrayType(module.TypeSystem.Boolean));
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            Trace(method);
        }

        module.Types.Add(LogType(module));
        using var image = new MemoryStream();
        assembly.Write(image);
        Image = image.ToArray();
    }

    /// <summary>The assembly file.</summary>
    public byte[] Image { get; }

    /// <summary>The code that has run since the last reset.</summary>
    public IEnumerable<string> Marked(Assembly loaded)
    {
        var log = Log(loaded);
        return _marks.Where(mark => log[mark.Value]).Select(mark => mark.Key);
    }

    /// <summary>Resets the record.</summary>
    public void Reset(Assembly loaded) => Array.Clear(Log(loaded));

    private bool[] Log(Assembly loaded) => (bool[])loaded.GetType(LogName)!.GetField(_log.Name)!.GetValue(null)!;

    // In front of each instruction and its prefixes.
    private void Trace(MethodDefinition method)
    {
        method.Body.SimplifyMacros(); // Branches get longer.
        List<string> names = [CodeName.Of(method), CodeName.Of(method.DeclaringType)];
        Instruction? start = null;
        foreach (var at in method.Body.Instructions.ToArray())
        {
            start ??= at;
            names.AddRange(TypesIn(at.Operand)
                .Select(type => type.GetElementType())
                .Where(type => !type.IsGenericParameter && CodeName.IsOurs(CodeName.AssemblyOf(type)))
                .Select(CodeName.Of));
            names.AddRange(InitializersOf(at.Operand).Select(CodeName.Of));
            if (at.OpCode.OpCodeType != OpCodeType.Prefix)
            {
                names.ForEach(name => Mark(method.Body, start, name));
                names.Clear();
                start = null;
            }
        }
    }

    private static TypeReference[] TypesIn(object operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => [method.DeclaringType],
        _ => [],
    };

    private static IEnumerable<MethodDefinition> InitializersOf(object operand) =>
        operand is FieldReference field && CodeName.IsOurs(CodeName.AssemblyOf(field.DeclaringType.GetElementType()))
            && field.Resolve() is { IsStatic: true } definition
            ? definition.DeclaringType.Methods.Where(method => method is { IsConstructor: true, IsStatic: true })
            : [];

    // In place of the instruction, so that branches reach the mark.
    private void Mark(MethodBody body, Instruction at, string name)
    {
        _marks.TryAdd(name, _marks.Count);
        var moved = Instruction.Create(OpCodes.Nop);
        (moved.OpCode, moved.Operand) = (at.OpCode, at.Operand);
        (at.OpCode, at.Operand) = (OpCodes.Ldsfld, _log);
        Instruction[] rest =
        [
            Instruction.Create(OpCodes.Ldc_I4, _marks[name]), Instruction.Create(OpCodes.Ldc_I4_1),
            Instruction.Create(OpCodes.Stelem_I1), moved,
        ];
        var il = body.GetILProcessor();
        foreach (var next in rest.Reverse())
        {
            il.InsertAfter(at, next);
        }
    }

    private TypeDefinition LogType(ModuleDefinition module)
    {
        var type = new TypeDefinition(
            "", LogName, TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed,
            module.TypeSystem.Object);
        type.Fields.Add(_log);
        var initializer = new MethodDefinition(
            ".cctor",
            MethodAttributes.Static | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
            module.TypeSystem.Void);
        var il = initializer.Body.GetILProcessor();
        il.Emit(OpCodes.Ldc_I4, _marks.Count);
        il.Emit(OpCodes.Newarr, module.TypeSystem.Boolean);
        il.Emit(OpCodes.Stsfld, _log);
        il.Emit(OpCodes.Ret);
        type.Methods.Add(initializer);
        return type;
    }
}
