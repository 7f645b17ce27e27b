export type Tool = {
  key: string
  name: string
  variable: string
  programs: string[]
  without: string
  howTo: string
  find?: () => string | null
}
export declare const tools: Tool[]
export declare const findTool: (tool: Tool) => string | null
export declare const toolEnvironment: () => Record<string, string>
export type MongoSource = {
  how: 'running' | 'mongod' | 'memory-server' | 'stand-in'
  place: string
}
export declare const mongoSources: () => MongoSource[]
