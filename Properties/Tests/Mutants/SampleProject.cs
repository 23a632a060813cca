using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify.Properties.Mutants;

namespace Verify.Properties.Tests.Mutants;

/// <summary>A small project, and changes of bodies of its methods.</summary>
internal static class SampleProject
{
    private const string Source = """
        namespace Sample;

        public interface ITwice
        {
            int Twice(int value);
        }

        public class Counter : ITwice
        {
            private readonly int _start = 3;

            public Counter(int more) => _start += more;

            public virtual int Next => _start + 1;

            public int Last
            {
                get { return _start - 1; }
            }

            public int Sum(int value) => _start + value;

            public int Sum(long value) => _start - (int)value;

            int ITwice.Twice(int value) => 2 * value;

            public static string Name() => "counter";
        }
        """;

    public static SourceEdit[] Changes =>
    [
        new("Counter.cs", "_start + 1", "_start + 11"), new("Counter.cs", "_start - 1", "_start - 2"),
        new("Counter.cs", "_start + value", "value"),
        new("Counter.cs", "_start - (int)value", "Sum((int)value + 1)"),
        new("Counter.cs", "2 * value", "value > 1 ? 7 : 8"), new("Counter.cs", "\"counter\"", "nameof(Counter)"),
    ];

    public static CSharpCompilation Compilation => CSharpCompilation.Create(
        "Sample", [ProjectSource.Parse(Source, "Counter.cs")],
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static string Describe(Assembly loaded)
    {
        Type type = loaded.GetType("Sample.Counter")!;
        object counter = Activator.CreateInstance(type, 0)!;
        return $"Next {Get("Next")}, Last {Get("Last")}, Sum {Sum(2)}, Sum {Sum(2L)}, "
            + $"Twice {type.GetInterfaces()[0].GetMethod("Twice")!.Invoke(counter, [2])}, "
            + $"{type.GetMethod("Name")!.Invoke(null, null)}";

        object? Get(string name) => type.GetProperty(name)!.GetValue(counter);

        object? Sum(object value) => type.GetMethod("Sum", [value.GetType()])!.Invoke(counter, [value]);
    }
}
